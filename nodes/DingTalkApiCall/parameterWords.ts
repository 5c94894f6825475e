/** `name=中文; name=中文` → what each stands for. */
const read = (text: string): ReadonlyMap<string, string> =>
	new Map(
		text
			.split(/;\s*/)
			.filter(Boolean)
			.map((entry): [string, string] => {
				const [name = '', chinese = ''] = entry.split('=');
				return [name.trim(), chinese];
			}),
	);

/** Chinese of whole parameter names, where their words alone would say it badly. */
export const wholeNames = read(`
userId=用户 ID; userid=用户 ID; user_id=用户 ID; unionId=用户 unionId; unionid=用户 unionId;
operatorId=操作人 unionId; opUserId=操作人 ID; op_userid=操作人 ID; op_user_id=操作人 ID; operator=操作人;
operatorUserId=操作人 ID; userIds=用户 ID 列表; userIdList=用户 ID 列表; userids=用户 ID 列表;
userid_list=用户 ID 列表; deptIds=部门 ID 列表; deptIdList=部门 ID 列表; dept_id_list=部门 ID 列表;
pageSize=每页数量; page_size=每页数量; maxResults=每页最大数量; pageNumber=页码; nextToken=分页游标;
cursor=分页游标; offset=偏移量; size=数量; openConversationId=会话 ID;
openConversationIds=会话 openConversationId 列表; open_conversation_id=会话 openConversationId;
chatid=群会话 ID; chatId=群会话 ID; corpId=企业 ID; agentId=应用 ID; agent_id=应用 agentId;
agentid=应用 agentId; robotCode=机器人编码; processCode=审批模板编码; processInstanceId=审批实例 ID;
outTrackId=卡片 ID; callbackRouteKey=卡片回调路由; coolAppCode=酷应用编码; mediaId=媒体文件 ID;
media_id=媒体文件 mediaId; formUuid=表单 ID; formInstanceId=表单实例 ID; appType=应用编码;
systemToken=应用密钥; dentryUuid=文件 ID; dentryId=文件 ID; workbookId=表格 ID; sheetId=工作表 ID;
baseId=AI 表格 ID; sheetIdOrName=数据表 ID 或名称; rangeAddress=单元格区域; calendarId=日历 ID;
eventId=日程 ID; conferenceId=会议 ID; roomId=会议室 ID; groupId=组 ID; statDate=统计日期; msgKey=消息模板 ID;
msgParam=消息模板参数; x-acs-dingtalk-access-token=访问令牌; access_token=访问令牌;
suite_access_token=套件访问令牌; x-client-token=幂等标识; useAlias=使用别名; extension=扩展信息; ext=扩展信息;
request=请求参数; param=参数; language=语言; brief=只返回摘要;
`);

/** Chinese of the words of which DingTalk makes parameter names; nothing where the word says nothing. */
export const nameWords = read(`
id=ID; ids=ID 列表; uuid=UUID; uuids=UUID 列表; user=用户; users=用户; userid=userId; userids=userId 列表;
unionid=unionId; type=类型; code=编码; codes=编码; name=名称; names=名称; time=时间; times=次数; page=页;
open=开放; token=令牌; operator=操作人; operate=操作; operation=操作; operations=操作; list=列表; size=大小;
app=应用; dept=部门; depts=部门; department=部门; corp=企业; corpid=corpId; group=群; groups=群; biz=业务;
business=业务; number=数量; num=数量; count=数量; key=Key; keys=Key; max=最大; min=最小; conversation=会话;
conversations=会话; next=下一; task=任务; tasks=任务; results=结果数; result=结果; data=数据; date=日期;
start=开始; begin=开始; end=结束; op=操作; instance=实例; inst=实例; space=空间; status=状态; statuses=状态;
state=状态; file=文件; files=文件; url=地址; order=订单; form=表单; access=访问; template=模板; process=流程;
gmt=; title=标题; team=团队; card=卡片; content=内容; source=来源; role=角色; request=请求; device=设备;
agent=应用; info=信息; infos=信息; create=创建; creator=创建人; to=至; system=系统; model=模型; models=模型;
mobile=手机号; mobiles=手机号; language=语言; lang=语言; dentry=文件; isv=服务商; class=班级; stat=统计;
sheet=工作表; msg=消息; message=消息; media=媒体文件; course=课程; out=外部; outer=外部; outside=外部; sub=子;
field=字段; fields=字段; org=组织; organization=组织; description=描述; desc=描述; dingtalk=钉钉; ding=钉钉;
option=选项; options=选项; email=邮箱; mail=邮件; search=搜索; account=账号; event=事件; robot=机器人; from=从;
remark=备注; leave=请假; project=项目; owner=负责人; action=动作; version=版本; acs=; channel=渠道;
conference=会议; param=参数; params=参数; workbook=表格; config=配置; configs=配置; extension=扩展; ext=扩展;
extend=扩展; extra=附加; extras=附加; scene=场景; members=成员; member=成员; invoice=发票; relation=关系;
relations=关系; json=JSON; calendar=日历; icon=图标; object=对象; product=产品; update=更新; cursor=游标;
scope=范围; scopes=范围; service=服务; uid=uid; amount=金额; query=查询; base=基础; parent=上级; suite=套件;
detail=详情; details=详情; exclusive=专属; tag=标签; tags=标签; check=检查; ticket=工单; student=学生;
item=项目; items=项目; category=分类; offset=偏移; room=房间; secret=密钥; receiver=接收人; receivers=接收人;
work=工作; address=地址; manager=主管; auth=授权; sn=序列号; position=职位; period=周期; caller=调用者; or=或;
modified=修改; modify=修改; all=全部; subject=主题; enable=启用; im=会话; deliver=投放; mode=模式; mini=小程序;
job=岗位; apply=申请; timestamp=时间戳; feed=动态; callback=回调; doc=文档; document=文档; hide=隐藏;
hidden=隐藏; value=值; values=值; at=@; add=新增; sign=签名; signature=签名; pay=支付; send=发送;
sender=发送人; activity=活动; disable=停用; set=设置; setting=设置; settings=设置; tenant=租户; trade=交易;
teacher=老师; track=跟踪; chat=群会话; in=在; approve=审批; client=客户端; custom=自定义; customer=客户;
verify=校验; company=公司; with=含; current=当前; exclude=排除; live=直播; assistant=助理; top=置顶; rule=规则;
rules=规则; entity=实体; reason=原因; private=私有; public=公开; text=文本; only=仅; types=类型; cool=酷;
workspace=知识库; keyword=关键词; recycle=回收; use=使用; originator=发起人; avatar=头像; merchant=商户;
map=映射; range=范围; link=链接; plugin=插件; objective=目标; telephone=电话; due=截止; day=日期; unit=单位;
schedule=日程; flag=标记; staff=员工; alias=别名; executor=执行人; memo=备注; login=登录; contract=合同;
node=节点; legal=法律; dataset=数据集; execute=执行; column=列; columns=列; need=需要; face=人脸; schema=结构;
filter=过滤; word=词; identifier=标识; identify=标识; duration=时长; row=行; show=显示; question=问题;
contact=联系人; tax=税务; person=人员; single=单个; body=正文; view=视图; permission=权限; permissions=权限;
del=删除; delete=删除; location=地点; phone=电话; notify=通知; notification=通知; notice=通知; label=标签;
bank=银行; download=下载; upload=上传; auto=自动; permit=许可; senior=高管; point=点; can=可; shift=班次;
record=记录; benefit=权益; domain=域名; env=环境; batch=批次; place=地点; quantity=数量; identity=身份;
force=强制; homepage=主页; plan=计划; password=密码; third=第三方; refund=退款; hired=入职; participant=参与者;
attendees=参与者; super=上级; classroom=教室; error=错误; level=级别; resource=资源; comment=评论; by=按;
part=部分; total=总; brief=简介; summary=摘要; priority=优先级; platform=平台; emp=员工; employee=员工;
limit=上限; quota=额度; index=序号; active=启用; nick=昵称; nickname=昵称; sort=排序; api=API; admin=管理员;
after=之后; report=报表; stream=流; new=新; default=默认; select=选择; format=格式; component=组件;
visible=可见; visibility=可见性; preview=预览; folder=文件夹; picture=图片; pic=图片; image=图片; images=图片;
city=城市; partner=伙伴; finish=完成; thread=线程; management=管理; note=备注; dynamic=动态; condition=条件;
policy=策略; cover=封面; redirect=跳转; school=学校; transfer=转交; actual=实际; price=价格; tab=页签;
submit=提交; when=时间; skip=跳过; input=输入; output=输出; push=推送; area=区域; pre=预; self=本人; join=加入;
return=返回; last=最近; latest=最新; strategy=策略; skill=技能; module=模块; hour=小时; hours=小时;
overtime=加班; month=月份; year=年份; block=块; properties=属性; property=属性; attributes=属性; generate=生成;
path=路径; table=表; blackboard=公告; resume=简历; history=历史; allow=允许; provider=提供方; reservation=预约;
share=共享; context=上下文; review=审核; foreign=外部; book=预订; main=主; related=关联; log=日志;
certificate=证件; import=导入; export=导出; edit=编辑; conflict=冲突; interview=面试; logo=Logo; goods=商品;
score=分数; save=保存; target=目标; tail=尾部; mark=标记; is=是否; no=编号;
`);
